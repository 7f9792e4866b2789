/**
 * The example's newspaper article: second-hand reporting as it is met every day. Unnamed briefings, accounts
 * of accounts, one quoted phrase, no byline, no date, no address. Plain text, a paragraph a line.
 */
export const article = `Example source, written for Vouch. Valmere is an invented country; no person or body in this text is real.
Valmere gathers its scattered AI projects under one roof
The government of Valmere has moved to bring its work on artificial intelligence under a single national taskforce, after two years in which ministries bought, tested and quietly dropped systems without telling one another. The new body is to draw up a common roadmap, agree rules for the data that ministries hold and keep the head of government informed of what works and what does not.
According to accounts of the cabinet session that approved the plan, the prime minister complained that four ministries had paid for the same translation software, and asked for a list of every system in use. Nobody present could name one. People who were in the room describe the discussion as short and the decision as settled beforehand.
A steering body, not a ministry
Officials close to the plan present the taskforce as a way to remove overlap rather than as a new authority. One of them, who asked not to be named because the staffing is still being settled, called it “a steering wheel, not an engine”. A separate briefing for members of parliament, as described by two people who attended it, set out a body that sits above existing programmes, sets common standards and leaves the buying to the ministries.
How far those standards will bind is less clear. According to a person familiar with the drafting, an early version gave the taskforce the right to halt a purchase; that sentence was removed after the ministries of finance and defence objected. Neither ministry would comment. Another person who saw the drafts disputes the order of events and says the sentence was never more than a suggestion in the margin.
Money and people
The sums in circulation do not agree. A briefing given to technology companies spoke of about 1.2 billion crowns over three years, according to notes that one participant read to this newspaper. Officials have since used a lower figure in conversation, without saying what had been left out.
Staffing is the nearer worry. Officials in two ministries say that about a third of the posts in the secretariat had been filled when the taskforce first met, and that nobody had yet been found to lead its work on data. Ministries are being asked to lend experts whom, by their own account, they do not have.
What companies expect
Company representatives who were consulted describe the seats reserved for them as fewer than they had asked for, though none wished to be quoted saying so. Separate accounts of a meeting with cloud providers say that officials held out the prospect of keeping government data with providers in Valmere, a rule that would favour three domestic firms. A government spokesperson declined to discuss what she called conversations at an early stage.
Universities have been told to expect a call for proposals before the end of the year, according to two deans. Neither has seen it in writing.
A late answer to the neighbours
Analysts who follow the region read the taskforce as a late answer to the moves of neighbouring states, which began to coordinate their own programmes some years ago. They note that Valmere has skilled engineers and little computing capacity, and that a committee can do more about the first than about the second.
Footage of the session, broadcast the same evening, shows the minister for digital affairs promising that the first report will be made public. A post by the chamber of digital industry, widely shared in the days that followed, welcomed the new body and counted its seats.
`

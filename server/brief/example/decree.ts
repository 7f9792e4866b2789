/**
 * The example's official record: a decree with numbers, a date and a name to it, as the web page a ministry
 * would publish. HTML, so that the example also shows what reading a saved page is like.
 */
export const decree = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Decree No. 214/2025 establishing the National Taskforce for Artificial Intelligence</title>
</head>
<body>
<main>
<p>Example source, written for Vouch. Valmere is an invented country; no person or body in this text is real.</p>
<h1>Decree No. 214/2025 establishing the National Taskforce for Artificial Intelligence</h1>
<p>Council of Ministers of the Republic of Valmere. Lindhaven, 14 March 2025.</p>
<h2>Article 1. Purpose</h2>
<p>A National Taskforce for Artificial Intelligence is established at the Ministry for Digital Affairs. It prepares a common roadmap for the years 2025 to 2027 and common standards for data, procurement and security.</p>
<h2>Article 2. Limits</h2>
<p>The taskforce advises and coordinates. It does not award contracts, and it may not suspend a purchase that a ministry has lawfully begun.</p>
<h2>Article 3. Members</h2>
<p>The taskforce has twenty-one members: one from each of the twelve ministries, six from companies and three from universities. The Minister for Digital Affairs takes the chair. A secretariat of thirty-four posts supports it.</p>
<h2>Article 4. Register</h2>
<p>Within six months of the date of this decree, each ministry notifies the taskforce of every system based on machine learning that it has in use or on order. The taskforce keeps these notifications in a register.</p>
<h2>Article 5. Reports</h2>
<p>The taskforce submits its first report to the Council of Ministers by 30 September 2025, and a further report in every quarter thereafter.</p>
<h2>Article 6. Resources</h2>
<p>Expenditure of 0.9 billion crowns is authorised for the years 2025 to 2027, in the yearly amounts set out below.</p>
<table>
<caption>Authorised expenditure, billion crowns</caption>
<thead><tr><th>Year</th><th>Computing centres</th><th>Taskforce and programmes</th></tr></thead>
<tbody>
<tr><th>2025</th><td>0.10</td><td>0.10</td></tr>
<tr><th>2026</th><td>0.15</td><td>0.20</td></tr>
<tr><th>2027</th><td>0.10</td><td>0.25</td></tr>
</tbody>
</table>
<h2>Article 7. Entry into force</h2>
<p>This decree enters into force on the day after its publication. It ceases to have effect on 31 December 2027 unless the Council of Ministers extends it.</p>
<p>Signed: Helena Orsk, Minister for Digital Affairs.</p>
</main>
</body>
</html>
`

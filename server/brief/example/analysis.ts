/**
 * The example's independent analysis: it reads the decree closely, disagrees with it, and shows its figures.
 * Markdown, as many think tanks' working papers are written.
 */
export const analysis = `Example source, written for Vouch. Valmere is an invented country; no person or body in this text is real.

# Coordination without leverage: Valmere's new AI taskforce

Mirela Dost and Anders Kvale, Institute for Open Administration, 2 June 2025

## Summary

The decree of 14 March names the right problem and gives the taskforce few means to solve it. A coordinator that can neither withhold money nor stop a purchase depends on the goodwill of those it coordinates. We expect the register of systems to be its one lasting product in the first two years, and we think that product worth having.

## What it would cost

The Council of Ministers authorised 0.9 billion crowns for three years. Costing each task in the decree at the rates of comparable programmes, we arrive at 1.2 billion crowns, a third more than the sum authorised. Two thirds of the difference is computing capacity, the rest salaries.

The sum is also less new than it looks. Of the 0.9 billion crowns, 0.35 billion had already been appropriated for the two public computing centres; new money amounts to 0.55 billion.

## What the ministries already run

In April we asked all twelve ministries which systems they use. Seven ministries answered and named 41 systems; five did not reply within the statutory period. Eleven of the 41 do work that another ministry's system also does, most often translation and the sorting of incoming mail. The true number of systems is higher, and nobody in government can say by how much.

## What happened before

Valmere has set up three coordinating bodies for digital policy since 2016. None of the three delivered its first report within the period set for it; the shortest delay was four months. Each lost its experts back to the ministries within two years.

## What would change our assessment

Two changes would matter more than any amount of money. The ministry of finance could make release of funds depend on an entry in the register. And the taskforce could publish its reports, which the decree neither requires nor forbids.
`

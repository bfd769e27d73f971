SELECT stream FROM stream WHERE stream > 'benchmark/' AND stream < 'benchmark0' ORDER BY stream

SELECT stream, version FROM stream
WHERE (stream > 'benchmark/' AND stream < 'benchmark0') OR (stream > 'regulation/' AND stream < 'regulation0')
ORDER BY stream

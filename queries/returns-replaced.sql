-- returns-replaced: How much of what was compiled from councils' returns was taken out for what files of readers put in?
-- parameters: none
-- result: one row a year of which any was, in order
--   year VARCHAR  financial year
--   lines BIGINT  lines taken out that came from a publication which a control total of kind return is held against
--   pounds BIGINT  pounds of them, cash

select r.year, count(*)::bigint as lines, sum(r.amount)::bigint as pounds
from replaced r
where exists (from control_total c where c.kind = 'return' and c.year = r.year and c.source = r.source)
group by r.year
order by r.year

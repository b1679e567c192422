-- intake-accepted-groups: What is accepted by place, agency and year?
-- parameters: none
-- result: one row a place, agency, year
--   place VARCHAR  GSS code
--   agency VARCHAR  agency.id
--   year VARCHAR  financial year
--   pence VARCHAR  pence of own spending, outturn
--   rows BIGINT  lines

with each as (
  select kind, sum(pence) as pence, count(*) as rows from line group by kind
)
select place, agency, year, sum(pence)::varchar as pence, sum(rows)::bigint as rows
from each
join kind on kind.kind = each.kind
where flow = 'own' and phase = 'outturn'
group by place, agency, year
order by place, agency, year

-- intake-values: Which different texts stand in the columns that hold names and codes?
-- parameters: none
-- result: one row a meaning and text
--   meaning VARCHAR  place, agency, function, year, date, economic, flow, phase, basis or currency
--   text VARCHAR  as it came, after a =, as a mark of byte order at the beginning is lost on the way

with filled as (
  select coalesce(place, '') as place, coalesce(agency, '') as agency, coalesce(function, '') as function,
    coalesce(year, '') as year, coalesce(date, '') as date, coalesce(economic, '') as economic,
    coalesce(flow, '') as flow, coalesce(phase, '') as phase, coalesce(basis, '') as basis,
    coalesce(currency, '') as currency
  from mapped
  where mark is distinct from 'total'
)
select case
    when grouping(place) = 0 then 'place'
    when grouping(agency) = 0 then 'agency'
    when grouping(function) = 0 then 'function'
    when grouping(year) = 0 then 'year'
    when grouping(date) = 0 then 'date'
    when grouping(economic) = 0 then 'economic'
    when grouping(flow) = 0 then 'flow'
    when grouping(phase) = 0 then 'phase'
    when grouping(basis) = 0 then 'basis'
    else 'currency' end as meaning,
  '=' || coalesce(place, agency, function, year, date, economic, flow, phase, basis, currency) as text
from filled
group by grouping sets (
  (place), (agency), (function), (year), (date), (economic), (flow), (phase), (basis), (currency))

-- intake-fill: What does a table not say that another, read beside it, has a column for?
-- parameters
--   part   number of the table
--   place, agency, function, programme, year, economic, flow, phase   what all of its rows are of; null where a column says
--   by_agency   whether the place is that of the agency
-- result: one row
--   Count BIGINT  rows of the table

update cells set
  place = case when $by_agency::boolean then agency else coalesce($place::varchar, place) end,
  agency = coalesce($agency::varchar, agency),
  function = coalesce($function::varchar, function),
  programme = coalesce($programme::varchar, programme),
  year = coalesce($year::varchar, year),
  economic = coalesce($economic::varchar, economic),
  flow = coalesce($flow::varchar, flow),
  phase = coalesce($phase::varchar, phase)
where part = $part::integer

-- control-totals: How does the count stand to published totals?
-- parameters: none
-- result: one row a published total
--   id VARCHAR  identifier
--   kind VARCHAR  total, region, department, function, bridge, return, source or population
--   year VARCHAR  financial year
--   covers VARCHAR  what it covers
--   published BIGINT  as published, in unit
--   compiled BIGINT  as compiled, in unit
--   difference BIGINT  compiled less published, in unit
--   status VARCHAR  equal, bridged or unexplained
--   unexplained BIGINT  part of the difference no file explains, in unit
--   unit VARCHAR  GBP or persons
--   bridge STRUCT(label VARCHAR, amount BIGINT, source VARCHAR, reason VARCHAR)[]  lines from published to compiled, in unit
--   source VARCHAR  where the published total stands

select id, kind, year, covers, published, compiled, difference, status, unexplained, unit, bridge, source
from control_total order by year, kind, id

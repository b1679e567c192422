-- drivers: By what are wider amounts shared out?
-- parameters: none
-- result: one row a driver
--   driver VARCHAR  identifier
--   name VARCHAR  what the weight measures, with its unit
--   source VARCHAR  source.id

select driver, min(name) as name, string_agg(distinct source, ', ' order by source) as source
from driver group by driver order by driver

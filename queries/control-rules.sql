-- control-rules: Which rules give a line its class of local control?
-- parameters: none
-- result: one row a rule, in the order they are tried
--   position INTEGER  order
--   id VARCHAR  identifier
--   sector VARCHAR  values it fits, parted by |; null fits any
--   agency VARCHAR  values it fits, parted by |; null fits any
--   function VARCHAR  values it fits, parted by |; null fits any
--   programme VARCHAR  values it fits, parted by |; null fits any
--   economic VARCHAR  values it fits, parted by |; null fits any
--   finance VARCHAR  values it fits, parted by |; null fits any
--   decides VARCHAR  values it fits, parted by |; null fits any
--   holds VARCHAR  values it fits, parted by |; null fits any
--   influences VARCHAR  values it fits, parted by |; null fits any
--   class INTEGER  class it gives
--   reason VARCHAR  why

select position, id, sector, agency, function, programme, economic, finance, decides, holds, influences,
  class, reason
from control_rule order by position

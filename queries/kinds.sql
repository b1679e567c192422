-- kinds: Which kinds of line does the count hold, as far as a reader's own rule can tell them apart?
-- parameters: none
-- result: one row a kind
--   kind INTEGER  identifier, of this state file only
--   agency VARCHAR  agency.id
--   sector VARCHAR  sector.id
--   function VARCHAR  function.code
--   economic VARCHAR  economic class
--   finance VARCHAR  own, grant or mixed
--   decides VARCHAR  who sets amount and use
--   holds VARCHAR  who holds the cash
--   control_rule VARCHAR  control_rule.id that gave the class
--   class UTINYINT  class of local control

select kind, agency, sector, function, economic, finance, decides, holds, control_rule, class
from kind order by kind

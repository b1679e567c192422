-- publish-kindred: Who decides, holds, influences and pays for the lines of these sectors?
-- parameters:
--   sectors VARCHAR[]  sector.id
-- result: one row a way of an agency, function and economic class; own spending only
--   agency VARCHAR  agency.id
--   sector VARCHAR  sector.id
--   function VARCHAR  function.code
--   economic VARCHAR  current, capital or transfer_to_people
--   decides VARCHAR  who sets amount and use
--   holds VARCHAR  who holds the cash
--   influences VARCHAR  who can shape it
--   finance VARCHAR  own, grant or mixed
--   tags VARCHAR  scope tags, parted by |
--   pounds BIGINT  GBP, each line without its sign

select agency::varchar as agency, sector::varchar as sector, function::varchar as function,
  economic::varchar as economic, decides, holds, influences, finance, array_to_string(tags, '|') as tags,
  sum(abs(amount))::bigint as pounds
from line
where flow = 'own' and not list_contains(tags, 'budget-fill')
  and sector::varchar in (select unnest($sectors::varchar[]))
group by all
order by agency, function, economic, decides, holds, influences, finance, tags

-- lines: Which lines stand under a figure, with the source, rule and driver of each?
-- parameters (a null list filters nothing):
--   year, place, agency, sector, function, division, economic, basis, grade, source VARCHAR[]  values kept
--   class INTEGER[]  classes of local control kept
--   kinds, classes INTEGER[]  kinds of line a reader's rules class anew, and the class of each; null for none
--   decides, holds VARCHAR[]  who sets the amount and who holds the cash, kept
--   flow VARCHAR[]  flows kept, of own, transfer_in, transfer_out
--   off VARCHAR[]  scope tags left out
--   order VARCHAR  amount (largest first) or line
--   limit, offset INTEGER  the page
-- result: one row a line of the page
--   line VARCHAR  identifier
--   place VARCHAR  GSS code or not-placed
--   place_name VARCHAR  name
--   year VARCHAR  financial year
--   agency VARCHAR  agency.id
--   agency_name VARCHAR  name
--   function VARCHAR  function.code
--   programme VARCHAR  as the source names it
--   economic VARCHAR  economic class
--   flow VARCHAR  own, transfer_in or transfer_out
--   measure VARCHAR  net, gross or income
--   phase VARCHAR  budget or outturn
--   amount BIGINT  GBP
--   basis VARCHAR  recorded or shared_out
--   driver VARCHAR  driver.driver; null where recorded
--   weight DOUBLE  weight of the place, in the driver's unit; null where recorded
--   driver_total DOUBLE  weight of the area shared over: of the areas the place lies in, the one whose
--     share is nearest the amount; null where recorded
--   whole BIGINT  GBP shared out; null where recorded
--   grade VARCHAR  A to D
--   function_grade VARCHAR  A or C
--   decides VARCHAR  who sets amount and use
--   holds VARCHAR  who holds the cash
--   influences VARCHAR  who can shape it
--   finance VARCHAR  own, grant or mixed
--   tags VARCHAR  scope tags, parted by |
--   source VARCHAR  source.id
--   source_title VARCHAR  title of the publication
--   source_url VARCHAR  where it lives
--   source_file VARCHAR  file of the publication
--   source_row INTEGER  row of the file, the first being 1
--   source_column INTEGER  column of the file, the first being 1
--   rule VARCHAR  rule.id
--   rule_title VARCHAR  what the rule does
--   class UTINYINT  class of local control
--   control_rule VARCHAR  control_rule.id that gave the class, before any rule of the reader's
--   classed_anew BOOLEAN  whether a rule of the reader's gave the class

with anew as (
  select unnest($kinds::integer[]) as kind, unnest($classes::utinyint[]) as class
),
page as (
  select line.* replace (coalesce(anew.class, line.class) as class), anew.class is not null as classed_anew
  from line left join anew on anew.kind = line.kind
  where flow = any($flow::flow_key[])
    and ($year::year_key[] is null or list_contains($year::year_key[], line.year))
    and ($place::place_key[] is null or line.place in (select unnest($place::place_key[])))
    and ($agency::agency_key[] is null or list_contains($agency::agency_key[], line.agency))
    and ($sector::sector_key[] is null or list_contains($sector::sector_key[], line.sector))
    and ($function::function_key[] is null or list_contains($function::function_key[], line.function))
    and ($division::division_key[] is null or list_contains($division::division_key[], line.division))
    and ($economic::economic_key[] is null or list_contains($economic::economic_key[], line.economic))
    and ($basis::basis_key[] is null or list_contains($basis::basis_key[], line.basis))
    and ($grade::grade_key[] is null or list_contains($grade::grade_key[], line.grade))
    and ($class::utinyint[] is null or list_contains($class::utinyint[], coalesce(anew.class, line.class)))
    and ($source::source_key[] is null or list_contains($source::source_key[], line.source))
    and ($decides::varchar[] is null or list_contains($decides::varchar[], line.decides))
    and ($holds::varchar[] is null or list_contains($holds::varchar[], line.holds))
    and (off & (select coalesce(bit_or(bit), 0)::integer from scope_tag
      where list_contains($off::varchar[], tag))) = 0
  order by case when $order::varchar = 'amount' then amount end desc, line
  limit $limit::integer offset $offset::integer
)
select line, page.place::varchar as place, coalesce(place.name, 'Not placed') as place_name,
  page.year::varchar as year, page.agency::varchar as agency, agency.name as agency_name,
  page.function::varchar as function, programme::varchar as programme, economic::varchar as economic,
  flow::varchar as flow, measure, phase, amount, basis::varchar as basis, driver::varchar as driver,
  weight,
  (select arg_min(driver.total, abs(page.whole * page.weight / nullif(driver.total, 0) - page.amount))
    from driver
    where driver.driver = page.driver::varchar and driver.year = page.year::varchar
      and driver.place = page.place::varchar) as driver_total,
  whole, grade::varchar as grade, function_grade::varchar as function_grade, decides, holds, influences,
  finance, array_to_string(tags, '|') as tags, page.source::varchar as source,
  source.title as source_title, source.url as source_url, source_file::varchar as source_file,
  source_row, source_column, page.rule::varchar as rule, rule.title as rule_title, class,
  control_rule::varchar as control_rule, classed_anew
from page
join agency on agency.id = page.agency::varchar
join source on source.id = page.source::varchar
join rule on rule.id = page.rule::varchar
left join place on place.code = page.place::varchar
order by case when $order::varchar = 'amount' then amount end desc, line

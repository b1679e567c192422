-- replaced: Which lines were taken out for what files of readers put in?
-- parameters:
--   amendment VARCHAR  identifier of the import, or null for all
--   places VARCHAR[]  GSS codes, or null for all
-- result: one row a line, largest first within an import
--   line VARCHAR  identifier in the count it was taken out of
--   amendment VARCHAR  identifier of the import that took it out
--   place VARCHAR  GSS code
--   year VARCHAR  financial year
--   agency VARCHAR  agency.id
--   function VARCHAR  function.code
--   programme VARCHAR  service line or Treasury segment
--   economic VARCHAR  current, capital or transfer_to_people
--   amount BIGINT  pounds, cash
--   basis VARCHAR  recorded or shared_out
--   driver VARCHAR  driver it was shared out by; null where recorded
--   grade VARCHAR  A to D
--   source VARCHAR  publication: source.id
--   rule VARCHAR  rule that placed it: rule.id
--   stood_in BOOLEAN  whether it is of a budget in place of a missing return, in no total but where a question asks

select line, amendment, place, year, agency, function, programme, economic, amount, basis, driver, grade,
  source, rule, coalesce(stood_in, false) as stood_in
from replaced
where ($amendment::varchar is null or amendment = $amendment::varchar) and ($places::varchar[] is null or list_contains($places::varchar[], place))
order by amendment, abs(amount) desc, line

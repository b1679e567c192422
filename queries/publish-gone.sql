-- publish-gone: Which lines of the count give way to an import?
-- A script, not a question: run by server/publish/lines.ts, which fills `taken` and sets variables `spend`, the
-- file of the count's lines, and `amendment`, the identifier of the import. A budget in place of a missing return
-- gives way as such, and is no part of what is counted: `stood_in` tells it apart.

create temp table gone as
select line, getvariable('amendment') as amendment, place, year, agency, function, programme, economic, amount,
  basis, driver, grade, source, rule, stood_in
from (select *, list_contains(tags, 'budget-fill') as stood_in from read_parquet(getvariable('spend')))
semi join taken using (place, year, agency, economic, basis, stood_in)
where flow = 'own';

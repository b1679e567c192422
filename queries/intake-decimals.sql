-- intake-decimals: Do the amounts mark decimals by a point or by a comma?
-- parameters: none
-- result: one row
--   point BIGINT  amounts that can only be read with a decimal point
--   comma BIGINT  amounts that can only be read with a decimal comma

select count(*) filter (regexp_matches(amount, '^[^.]*\.(\d{1,2}|\d{4,})[^\d.]*$') or regexp_matches(amount, ',\d{3}\.\d')) as point,
  count(*) filter (regexp_matches(amount, '^[^,]*,(\d{1,2}|\d{4,})[^\d,]*$') or regexp_matches(amount, '\.\d{3},\d')) as comma
from (select amount from mapped where mark is null)
where amount like '%,%' or amount like '%.%'

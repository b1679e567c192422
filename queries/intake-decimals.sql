-- intake-decimals: Do the amounts mark decimals by a point or by a comma?
-- parameters: none
-- result: one row
--   point BIGINT  amounts that can only be read with a decimal point
--   comma BIGINT  amounts that can only be read with a decimal comma

select sum(point)::bigint as point, sum(comma)::bigint as comma
from (
  select count(*) as point, 0 as comma
  from mapped
  where mark is null and hundredths is not null and contains(amount, '.')
  union all
  select count(*) filter (regexp_matches(amount, '^[^.]*\.(\d{1,2}|\d{4,})[^\d.]*$') or regexp_matches(amount, ',\d{3}\.\d')),
    count(*) filter (regexp_matches(amount, '^[^,]*,(\d{1,2}|\d{4,})[^\d,]*$') or regexp_matches(amount, '\.\d{3},\d'))
  from mapped
  where mark is null and hundredths is null and (contains(amount, ',') or contains(amount, '.')))

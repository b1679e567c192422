-- intake-odd-amounts: Which different amounts are not plain figures?
-- parameters: none; variable comma says whether a comma marks decimals: then a point is not plain
-- result: one row an amount
--   text VARCHAR  as it came; empty for a blank cell

select distinct coalesce(amount, '') as text
from mapped
where hundredths is null or (getvariable('comma') and contains(amount, '.'))

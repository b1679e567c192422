-- intake-odd-amounts: Which different amounts are not plain figures?
-- parameters: none; variable comma says whether a comma marks decimals: then a point is not plain
-- result: one row an amount
--   text VARCHAR  as it came, after a =, as a mark of byte order at the beginning is lost on the way

select distinct '=' || coalesce(amount, '') as text
from mapped
where hundredths is null or (getvariable('comma') and contains(amount, '.'))

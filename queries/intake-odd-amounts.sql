-- intake-odd-amounts: Which different amounts are not plain figures?
-- parameters: none; variable plain is the pattern of a plain figure
-- result: one row an amount
--   text VARCHAR  as it came; empty for a blank cell

select distinct coalesce(amount, '') as text
from mapped
where amount is null or not regexp_full_match(amount, getvariable('plain'))

-- intake-bare-sum: How many pence did DuckDB read?
-- result: one row, pence

select (sum(amount) * 100)::bigint as pence from payment

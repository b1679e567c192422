-- spend-by-place: What is spent in each place, transfers left out?
-- result: one row a place, ascending
--   place VARCHAR  code
--   amount BIGINT  GBP

select place, cast(sum(amount) as bigint) as amount from line where flow = 'own' group by place order by place

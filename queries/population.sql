-- population: How many people live in each place?
-- parameters: none
-- result: one row a place and year
--   place VARCHAR  GSS code
--   year VARCHAR  financial year; the mid-year estimate of its first calendar year
--   persons BIGINT  persons
--   estimate BOOLEAN  whether persons is a split of a merged area

select place, year, persons, estimate from population order by place, year

-- editions: How do two editions of a publication for the same year differ?
-- parameters: none
-- result: one row a figure of both, largest difference first within its level
--   year VARCHAR  financial year
--   used VARCHAR  source.id of the edition the count is made from
--   compared VARCHAR  source.id of the other edition, none of it counted
--   level VARCHAR  total, region, department, service or authority
--   id VARCHAR  identifier in its level
--   name VARCHAR  name in its level
--   used_amount BIGINT  pounds; null where the edition used has no such figure
--   compared_amount BIGINT  pounds; null where the other edition has no such figure
--   difference BIGINT  used less compared, pounds; null where either has no such figure
--   cells BIGINT  cells of either edition at this level
--   changed BIGINT  of them, those that differ by £1,000 or more or that only one edition has

select year, used, compared, level, id, name, used_amount, compared_amount, difference, cells, changed
from edition
order by year, used, compared, level,
  abs(coalesce(used_amount, 0) - coalesce(compared_amount, 0)) desc, id

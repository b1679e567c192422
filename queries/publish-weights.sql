-- publish-weights: By what drivers of the count can figures be shared over these places?
-- parameters:
--   places VARCHAR[]  GSS codes of upper-tier places
-- result: one row a driver, year and place; drivers that came with an import are left out
--   driver VARCHAR  identifier
--   name VARCHAR  what the weight measures, with its unit
--   year VARCHAR  financial year
--   place VARCHAR  GSS code
--   weight DOUBLE  in the driver's unit; the same whichever area of the place it is shared over in
--   areas VARCHAR[]  areas that it is shared over in, sorted

select driver, name, year, place, max(weight) as weight, list_sort(list(distinct area)) as areas
from driver
where place in (select unnest($places::varchar[])) and not starts_with(driver, 'own-')
group by driver, name, year, place
order by driver, year, place

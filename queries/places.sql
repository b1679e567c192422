-- places: Which places are there?
-- parameters: none
-- result: one row a place, by code
--   code VARCHAR  GSS code
--   name VARCHAR  name
--   tier VARCHAR  upper, region or country
--   parent VARCHAR  GSS code of the place it lies in; null for the country
--   lon DOUBLE  centroid, degrees east
--   lat DOUBLE  centroid, degrees north
--   area DOUBLE  square kilometres
--   aliases VARCHAR[]  other names, sorted

select code, name, tier, parent, lon, lat, area, aliases from place order by code

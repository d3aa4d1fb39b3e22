/** Keys by trade for characters written before there were any, as `memberKeys` makes them for what is written now. */
export const jobKeys = [
  `INSERT INTO backlot.entry_names (project_id, key, rank, entry_id)
  WITH told AS (
    SELECT project_id, id, string_to_array(btrim(regexp_replace(regexp_replace(
        lower(trade), '[''’]', '', 'g'), '[^a-z0-9]+', ' ', 'g')), ' ') AS words
      FROM backlot.entries
      CROSS JOIN LATERAL (
        SELECT regexp_replace(normalize(doc #>> '{facts,occupation,value}', NFKD), '[\\u0300-\\u036f]', '', 'g') AS trade
      ) AS said
      WHERE living AND kind = 'character' AND trade ~ '^[ -~’]*$'
  ), trades AS (
    SELECT project_id, id, array_to_string(words[place:], ' ') AS trade
      FROM told CROSS JOIN LATERAL generate_subscripts(words, 1) AS place
      WHERE place <= 12 AND (place = 1 OR words[place - 1] NOT IN ('ex', 'former', 'formerly'))
  )
  SELECT DISTINCT project_id, '#job ' || trade, 1, id FROM trades WHERE trade <> ''
  ON CONFLICT DO NOTHING`,
];

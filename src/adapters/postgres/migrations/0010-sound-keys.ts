/**
 * Keys by sound for what was written before there were any, as `soundKeys` makes them for what is written now. Names with
 * letters beyond the Latin ones go without until they are called otherwise; their whole names and parts find them still.
 */
export const soundKeys = [
  `INSERT INTO backlot.entry_names (project_id, key, rank, entry_id)
  WITH named AS (
    SELECT e.project_id, e.id, regexp_replace(normalize(n.name, NFKD), '[\\u0300-\\u036f]', '', 'g') AS name
      FROM backlot.entries e
      CROSS JOIN LATERAL (
        SELECT e.name
        UNION
        SELECT alias FROM jsonb_array_elements_text(CASE jsonb_typeof(e.doc #> '{facts,aliases,value}')
          WHEN 'array' THEN e.doc #> '{facts,aliases,value}' ELSE '[]' END) AS alias
      ) AS n
      WHERE e.living AND e.kind NOT IN ('scene', 'relationship')
  ), parted AS (
    SELECT project_id, id, ARRAY(
        SELECT word FROM regexp_split_to_table(
          regexp_replace(regexp_replace(lower(name), '[''’]', '', 'g'), '[^a-z0-9]+', ' ', 'g'), ' ') AS word
          WHERE word NOT IN ('', 'the', 'a', 'an', 'of', 'and')) AS words
      FROM named WHERE name ~ '^[ -~’]*$'
  ), spelled AS (
    SELECT project_id, id, unnest(words || array_to_string(words, '')) AS word FROM parted
  ), begun AS (
    SELECT project_id, id, regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        word, 'ph', 'f', 'g'), '^(kn|gn)', 'n'), '^wr', 'r'), 'ck|[kq]', 'c', 'g'), 'z', 's', 'g') AS word
      FROM spelled
  ), folded AS (
    SELECT project_id, id, regexp_replace(replace(
        left(word, 1) || regexp_replace(substr(word, 2), '[hw]', '', 'g'), 'y', 'i'), '([^0-9])\\1+', '\\1', 'g') AS word
      FROM begun
  )
  SELECT DISTINCT project_id,
      '~' || CASE WHEN word ~ '^[aeiou]' THEN '*' ELSE left(word, 1) END || coalesce((
        SELECT string_agg(sound, '' ORDER BY sound COLLATE "C")
          FROM regexp_split_to_table(regexp_replace(substr(word, 2), '[aeiou]', '', 'g'), '') AS sound), ''),
      2, id
    FROM folded WHERE word <> ''
  ON CONFLICT DO NOTHING`,
];

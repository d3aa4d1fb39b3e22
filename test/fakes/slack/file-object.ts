interface Told {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly size: number;
  /** Who posted it. */
  readonly user: string;
  readonly url_private?: string;
}

/** A file as messages tell of it: https://docs.slack.dev/reference/objects/file-object */
export const fileObject = ({ id, name, title, size, user, ...more }: Told) => ({
  id,
  created: Math.floor(Date.now() / 1_000),
  name,
  title,
  size,
  user,
  mimetype: "application/octet-stream",
  filetype: "binary",
  pretty_type: "Binary",
  editable: false,
  mode: "hosted",
  is_external: false,
  external_type: "",
  is_public: true,
  public_url_shared: false,
  display_as_bot: false,
  username: "",
  permalink: `https://studio.slack.test/files/${user}/${id}`,
  channels: [],
  groups: [],
  ...more,
});

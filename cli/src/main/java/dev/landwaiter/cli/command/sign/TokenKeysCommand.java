package dev.landwaiter.cli.command.sign;

/// Lists the keys of a token with the URIs that lead to them.
public final class TokenKeysCommand extends TokenCommand {
  /// Made for one program.
  ///
  /// @param cosign whether it answers as cosign does
  public TokenKeysCommand(boolean cosign) {
    super(cosign, true, "list-keys-uris", "List the keys of a token with their URIs");
  }
}

package dev.landwaiter.cli.command.sign;

/// Lists the tokens of a PKCS#11 module.
public final class TokenListCommand extends TokenCommand {
  /// Made for one program.
  ///
  /// @param cosign whether it answers as cosign does
  public TokenListCommand(boolean cosign) {
    super(cosign, false, "list-tokens", "List the tokens of a PKCS#11 module");
  }
}

package dev.landwaiter.cli.command.sign;

/// Verifies the signature of a file.
public final class VerifyBlobCommand extends BlobVerifyCommand {
  /// Made for one program.
  ///
  /// @param cosign whether it answers as cosign does
  public VerifyBlobCommand(boolean cosign) {
    super(
        cosign,
        false,
        "verify-blob",
        "Verify the signature of a file",
        "[flags] FILE|sha256:DIGITS|-");
  }
}

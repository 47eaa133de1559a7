package dev.landwaiter.cli.command.sign;

/// Verifies an attestation about a file.
public final class VerifyBlobAttestationCommand extends BlobVerifyCommand {
  /// Made for one program.
  ///
  /// @param cosign whether it answers as cosign does
  public VerifyBlobAttestationCommand(boolean cosign) {
    super(
        cosign,
        true,
        "verify-blob-attestation",
        "Verify an attestation about a file",
        "[flags] [FILE]");
  }
}

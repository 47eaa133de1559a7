package dev.landwaiter.cli.command.sign;

/// Verifies the signatures of all images that a manifest of Kubernetes names.
public final class ManifestVerifyCommand extends FileImagesVerifyCommand {
  /// Made for one program.
  ///
  /// @param cosign whether it answers as cosign does
  public ManifestVerifyCommand(boolean cosign) {
    super(
        cosign, false, "manifest verify", "Verify the images that a manifest of Kubernetes names");
  }
}

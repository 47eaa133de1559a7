package dev.landwaiter.cli.command.sign;

/// Verifies the signatures of all images that a Dockerfile builds on.
public final class DockerfileVerifyCommand extends FileImagesVerifyCommand {
  /// Made for one program.
  ///
  /// @param cosign whether it answers as cosign does
  public DockerfileVerifyCommand(boolean cosign) {
    super(cosign, true, "dockerfile verify", "Verify the images that a Dockerfile builds on");
  }
}

package dev.landwaiter.oci;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.Value;
import java.io.IOException;
import java.util.List;

/// An image opened where it is stored: its configuration is read and verified, its layers are not
/// yet.
///
/// @param id digest of the configuration as stored
/// @param repoTags names with tag that the source knows, familiar form
/// @param repoDigests names with digest, familiar form
/// @param reference what the report calls the reference, or empty
/// @param canonicalName host and repository in full (with Docker Hub's full host and `library/`),
///   or empty
/// @param config the configuration (OCI image specification 1.1, config)
/// @param problems what was odd about the source, such as a platform that was ignored
/// @param resource closed with the image
public record Image(
    Digest id,
    List<String> repoTags,
    List<String> repoDigests,
    String reference,
    String canonicalName,
    Value config,
    List<ImageLayer> layers,
    List<Problem> problems,
    AutoCloseable resource)
    implements AutoCloseable {

  @Override
  public void close() throws IOException {
    try {
      resource.close();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}

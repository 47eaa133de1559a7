package dev.landwaiter.oci.registry;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.ImageLayer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/// A layer that is streamed from the registry each time it is opened; one that the registry does
/// not keep, from the addresses in its descriptor.
record RemoteLayer(Session session, Descriptor descriptor, Digest diffId) implements ImageLayer {
  private static final int ADDRESS_LIMIT = 8;

  @Override
  public String digest() {
    return descriptor.digest().toString();
  }

  @Override
  public long storedSize() {
    return descriptor.size();
  }

  @Override
  public InputStream open() throws IOException {
    String what = "layer " + descriptor.digest();
    try {
      return session.get("blobs/" + descriptor.digest(), "", what, answer -> sized(answer, what));
    } catch (ImageException e) {
      if (e.code() != ImageException.Code.NOT_FOUND || descriptor.urls().isEmpty()) {
        throw e;
      }
      return elsewhere(what, e);
    }
  }

  private InputStream elsewhere(String what, ImageException missing) throws IOException {
    ImageException last = missing;
    for (String url : descriptor.urls().stream().limit(ADDRESS_LIMIT).toList()) {
      try {
        return session.elsewhere(address(url), what, answer -> sized(answer, what));
      } catch (ImageException e) {
        last = e;
      }
    }
    throw last;
  }

  private static URI address(String url) throws ImageException {
    try {
      return new URI(url);
    } catch (java.net.URISyntaxException e) {
      throw Fields.invalid("'" + Fields.shown(url) + "' is no address of a layer");
    }
  }

  private InputStream sized(Answer answer, String what) {
    return new SizedBody(answer.body(), what, descriptor.size());
  }
}

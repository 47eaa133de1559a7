package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.ImageException.Code;
import dev.landwaiter.oci.Verified;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Brings one blob into one repository (distribution specification 1.1, "Pushing blobs"): not at
/// all where it is there, by a mount where another repository of the registry has it, else as one
/// piece, and in chunks where the registry does not take it as one.
final class Upload {
  private static final int ATTEMPTS = 3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final String BYTES = "application/octet-stream";

  private final Session session;
  private final String repository;
  private final Descriptor descriptor;
  private final BlobSource source;
  private final long chunk;
  private final String what;

  /// @param chunk number of bytes in a chunk, where the registry does not want more
  Upload(Session session, String repository, Descriptor descriptor, BlobSource source, long chunk) {
    this.session = session;
    this.repository = repository;
    this.descriptor = descriptor;
    this.chunk = chunk;
    this.what = "blob " + descriptor.digest();
    this.source = () -> new Verified(source.open(), what, descriptor);
  }

  /// Where an upload goes on.
  ///
  /// @param least the fewest bytes that the registry takes in a chunk
  private record Place(URI uri, long least) {}

  /// @param from the repository of the same registry that has the blob, if one is known
  /// @param chunked whether it is sent in chunks at once
  void push(Optional<String> from, boolean chunked) throws IOException {
    if (there(session, repository, descriptor)) {
      return;
    }
    Optional<Place> begun = Optional.empty();
    if (from.isPresent()) {
      MountAnswer mounted = mount(from.get());
      if (mounted.done()) {
        return;
      }
      begun = mounted.begun();
    }
    attempts(begun, chunked);
  }

  /// Whether the repository has a blob. Some registries answer 403 for what is not there.
  static boolean there(Session session, String repository, Descriptor descriptor)
      throws IOException {
    URI uri = session.at(repository + "/blobs/" + descriptor.digest());
    Call call = Call.of("HEAD", uri, "blob " + descriptor.digest(), 200, 403, 404);
    return session.send(
        call,
        answer -> {
          answer.discard();
          return answer.status() == 200;
        });
  }

  private record MountAnswer(boolean done, Optional<Place> begun) {}

  private MountAnswer mount(String from) throws IOException {
    String scope = Purpose.PULL.scope(from);
    session.also(scope);
    String query = "?mount=" + descriptor.digest() + "&from=" + encoded(from);
    URI uri = session.at(repository + "/blobs/uploads/" + query);
    try {
      return session.send(
          Call.of("POST", uri, what, 201, 202),
          answer -> {
            boolean done = answer.status() == 201;
            return new MountAnswer(done, done ? Optional.empty() : Optional.of(place(answer)));
          });
    } catch (ImageException e) {
      // What is refused for both repositories may be given for the one.
      session.without(scope);
      return new MountAnswer(false, Optional.empty());
    }
  }

  private void attempts(Optional<Place> begun, boolean inChunks) throws IOException {
    Optional<Place> at = begun;
    boolean chunked = inChunks;
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; true; attempt++) {
      try {
        Place place = at.isPresent() ? at.get() : begin();
        if (chunked) {
          inChunks(place);
        } else {
          commit(place.uri(), Optional.of(whole()));
        }
        return;
      } catch (ImageException e) {
        boolean passing = e.code() == Code.UNREACHABLE || e.code() == Code.NOT_FOUND;
        boolean tooMuch = e.code() == Code.LIMIT && !chunked;
        if (attempt == ATTEMPTS || !(passing || tooMuch)) {
          throw e;
        }
        chunked = chunked || tooMuch || attempt == ATTEMPTS - 1;
      }
      at = Optional.empty();
      session.pause(pause);
      pause = pause.multipliedBy(3);
    }
  }

  private Place begin() throws IOException {
    URI uri = session.at(repository + "/blobs/uploads/");
    return session.send(Call.of("POST", uri, what, 202), this::place);
  }

  private Place place(Answer answer) throws IOException {
    answer.discard();
    long least = answer.headers().firstValueAsLong("OCI-Chunk-Min-Length").orElse(0);
    return new Place(address(answer), least);
  }

  private URI address(Answer answer) throws ImageException {
    return session.named(answer.uri(), answer.header("Location"), "upload address");
  }

  private Payload whole() {
    return new Payload(BYTES, descriptor.size(), false, source);
  }

  private void commit(URI at, Optional<Payload> payload) throws IOException {
    String separator = at.getRawQuery() == null ? "?" : "&";
    URI uri = URI.create(at + separator + "digest=" + encoded(descriptor.digest().toString()));
    Call call = Call.of("PUT", uri, what, 201);
    session.send(
        payload.isPresent() ? call.sending(payload.get()) : call,
        answer -> {
          answer.discard();
          return Optional.empty();
        });
  }

  private void inChunks(Place place) throws IOException {
    long most = Math.max(chunk, place.least());
    URI at = place.uri();
    try (InputStream in = source.open()) {
      for (long start = 0; start < descriptor.size(); start += most) {
        at = chunk(at, in, start, Math.min(most, descriptor.size() - start));
      }
      commit(at, Optional.empty());
    }
  }

  private URI chunk(URI at, InputStream in, long start, long length) throws IOException {
    long last = start + length - 1;
    Call call =
        Call.of("PATCH", at, what, 202, 204)
            .with(Map.of("Content-Range", start + "-" + last))
            .sending(new Payload(BYTES, length, false, new Once(in, length)::open));
    return session.send(
        call,
        answer -> {
          answer.discard();
          String range = answer.header("Range").strip();
          if (!range.isEmpty() && !range.endsWith("0-" + last)) {
            throw new ImageException(
                Code.UNREACHABLE,
                "%s has kept only '%s' of the %s"
                    .formatted(answer.uri().getRawAuthority(), RegistryError.clean(range), what));
          }
          return answer.header("Location").isEmpty() ? at : address(answer);
        });
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// A part of a stream, which can be sent once only.
  private static final class Once {
    private final InputStream in;
    private final long length;
    private boolean opened;

    Once(InputStream in, long length) {
      this.in = in;
      this.length = length;
    }

    InputStream open() throws ImageException {
      if (opened) {
        throw new ImageException(Code.UNREACHABLE, "a chunk would have to be sent again");
      }
      opened = true;
      return new Part(in, length);
    }
  }

  /// A part of a stream; closing it leaves the stream open.
  private static final class Part extends FilterInputStream {
    private long left;

    Part(InputStream in, long length) {
      super(in);
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = in.read(into, offset, (int) Math.min(length, left));
      left -= Math.max(0, read);
      return read;
    }

    @Override
    public void close() {}
  }
}

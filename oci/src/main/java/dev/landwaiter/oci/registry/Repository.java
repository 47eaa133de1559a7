package dev.landwaiter.oci.registry;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.Verified;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One repository of a registry: reads and writes its manifests, blobs and listings (OCI
/// distribution specification 1.1). May be used by several threads at once; streams end when it is
/// closed.
public final class Repository implements AutoCloseable {
  private static final int PAGE = 1000;

  /// How much goes into one chunk where a registry refuses a blob as one piece.
  private static final long CHUNK = 16 << 20;

  private final Ways ways;
  private final Reference reference;
  private final Limits limits;

  private Repository(Ways ways, Reference reference, Limits limits) {
    this.ways = ways;
    this.reference = reference;
    this.limits = limits;
  }

  static Repository open(
      RegistryOptions options, Limits limits, Reference reference, Purpose purpose)
      throws IOException {
    return new Repository(Ways.open(options, reference, purpose), reference, limits);
  }

  String path() {
    return reference.path();
  }

  /// Whether the other is a repository of the same registry.
  public boolean sameRegistry(Repository other) {
    return reference.apiHost().equals(other.reference.apiHost());
  }

  /// Asks for a manifest or an index once. By a digest exactly that is had; for a tag the digest is
  /// computed from what came, and everything after should go by that.
  ///
  /// @throws ImageException with NOT_FOUND, INVALID, DIGEST_MISMATCH, LIMIT, UNAUTHORIZED or
  ///   UNREACHABLE
  public Stored resolve(String tagOrDigest) throws IOException {
    Optional<Digest> wanted = Digest.parse(tagOrDigest);
    if (wanted.isEmpty() && tagOrDigest.contains(":")) {
      throw Fields.invalid("'" + Fields.shown(tagOrDigest) + "' is neither a tag nor a digest");
    }
    String what = "manifest of " + named(tagOrDigest);
    return ways.any(
        wanted.isEmpty(),
        session -> {
          Call call =
              Call.get(
                  manifest(session, tagOrDigest),
                  String.join(", ", MediaTypes.ACCEPTED_MANIFESTS),
                  what);
          return session.send(
              call, answer -> Stored.read(answer, what, limits.of(Limit.MANIFEST), wanted));
        });
  }

  /// Asks for the manifest or index that a descriptor names, and checks it against digest and size.
  public Stored resolve(Descriptor descriptor) throws IOException {
    Stored stored = resolve(descriptor.digest().toString());
    descriptor.verify("manifest of " + named(descriptor.digest().toString()), stored.body());
    return stored;
  }

  private String named(String tagOrDigest) {
    return reference.familiarName() + (tagOrDigest.contains(":") ? "@" : ":") + tagOrDigest;
  }

  private URI manifest(Session session, String tagOrDigest) {
    return session.at(path() + "/manifests/" + tagOrDigest);
  }

  /// Opens a blob. Size and digest are verified by the time the last bytes come; where the transfer
  /// breaks off it goes on from there, a bounded number of times.
  ///
  /// @throws ImageException with NOT_FOUND, DIGEST_MISMATCH, UNAUTHORIZED or UNREACHABLE, from here
  ///   or from the stream
  public InputStream blob(Descriptor descriptor) throws IOException {
    String what = "blob " + descriptor.digest();
    return new Verified(unverified(descriptor, what), what, descriptor);
  }

  /// A whole blob within a limit.
  byte[] blob(Descriptor descriptor, String what, Limit limit) throws IOException {
    limits.check(limit, descriptor.size(), what);
    return ways.any(
        false,
        session -> {
          InputStream body = new Blobs(session, path()).open(descriptor, what);
          try (InputStream in = new Verified(body, what, descriptor)) {
            return in.readAllBytes();
          }
        });
  }

  /// Opens a blob whose digest somebody else verifies.
  InputStream unverified(Descriptor descriptor, String what) throws IOException {
    return ways.any(false, session -> new Blobs(session, path()).open(descriptor, what));
  }

  /// Whether the repository has a blob.
  public boolean has(Descriptor descriptor) throws IOException {
    return ways.own(session -> Upload.there(session, path(), descriptor));
  }

  /// Brings a blob into the repository, unless it is there; in one piece, else in chunks.
  ///
  /// @throws ImageException with DIGEST_MISMATCH when the source gives other bytes than the
  ///   descriptor says; with UNAUTHORIZED, UNREACHABLE or INVALID when the registry refuses
  public void push(Descriptor descriptor, BlobSource source) throws IOException {
    push(descriptor, source, Optional.empty());
  }

  /// Brings a blob into the repository; where another repository of the same registry has it, the
  /// registry is asked to take it from there.
  public void push(Descriptor descriptor, BlobSource source, Optional<Reference> from)
      throws IOException {
    Optional<String> mount =
        from.filter(f -> f.apiHost().equals(reference.apiHost()) && !f.path().equals(path()))
            .map(Reference::path);
    ways.own(session -> {
      new Upload(session, path(), descriptor, source, CHUNK).push(mount, false);
      return true;
    });
  }

  /// Brings a blob into the repository in chunks of that many bytes, without trying one piece.
  void pushInChunks(Descriptor descriptor, BlobSource source, long chunk) throws IOException {
    ways.own(session -> {
      new Upload(session, path(), descriptor, source, chunk).push(Optional.empty(), true);
      return true;
    });
  }

  /// Puts a manifest or an index. One that belongs to another by its `subject` is found among that
  /// one's referrers afterwards, whether the registry has an API for them or not.
  ///
  /// @param tagOrDigest what it is to be found by
  /// @return what was put
  public Descriptor pushManifest(String tagOrDigest, byte[] body, String mediaType)
      throws IOException {
    String what = "manifest of " + named(tagOrDigest);
    Document document = Document.parse(what, body, mediaType, limits);
    Optional<Digest> wanted = Digest.parse(tagOrDigest);
    if (wanted.isPresent()) {
      Descriptor.verifyDigest(what, wanted.get(), body);
    }
    Put put = put(tagOrDigest, body, mediaType);
    if (!put.subjectKnown()) {
      new Referrers(this, limits).attach(put.descriptor(), document);
    }
    return put.descriptor();
  }

  /// What a registry answered to a manifest.
  ///
  /// @param subjectKnown whether it says that it has noted what the manifest belongs to
  record Put(Descriptor descriptor, boolean subjectKnown) {}

  Put put(String tagOrDigest, byte[] body, String mediaType) throws IOException {
    Digest digest = Digest.parse(tagOrDigest).orElseGet(() -> Digest.sha256(body));
    String what = "manifest of " + named(tagOrDigest);
    return ways.own(session -> {
      Call call = Call.of("PUT", manifest(session, tagOrDigest), what, 201);
      return session.send(
          call.sending(Payload.of(mediaType, body)),
          answer -> {
            answer.discard();
            String said = answer.header("Docker-Content-Digest").strip();
            if (said.startsWith(digest.algorithm() + ":") && !said.equals(digest.toString())) {
              throw Descriptor.mismatch(what, digest.toString(), Fields.shown(said));
            }
            return new Put(
                Descriptor.of(mediaType, digest, body.length),
                !answer.header("OCI-Subject").isEmpty());
          });
    });
  }

  /// Deletes a manifest, or a tag; where the registry does not delete tags, the manifest under it.
  /// One that belonged to another manifest is no longer among that one's referrers.
  ///
  /// @return whether there was one
  /// @throws ImageException with UNSUPPORTED when the registry deletes nothing
  public boolean delete(String tagOrDigest) throws IOException {
    Optional<Digest> digest = Digest.parse(tagOrDigest);
    if (digest.isEmpty()) {
      return deleteOne(tagOrDigest) || deletedByDigest(tagOrDigest);
    }
    Optional<Stored> there = find(tagOrDigest);
    if (there.isEmpty()) {
      return false;
    }
    boolean deleted = deleteOne(tagOrDigest);
    Document document = there.get().document(limits);
    if (document.subject().isPresent()) {
      new Referrers(this, limits).detach(document.subject().get().digest(), digest.get());
    }
    return deleted;
  }

  private boolean deletedByDigest(String tag) throws IOException {
    Optional<Stored> there = find(tag);
    return there.isPresent() && deleteOne(there.get().descriptor().digest().toString());
  }

  /// What is under a tag or a digest, if anything is.
  public Optional<Stored> find(String tagOrDigest) throws IOException {
    try {
      return Optional.of(resolve(tagOrDigest));
    } catch (ImageException e) {
      if (e.code() == ImageException.Code.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private boolean deleteOne(String tagOrDigest) throws IOException {
    boolean tag = Digest.parse(tagOrDigest).isEmpty();
    String what = "deletion of " + named(tagOrDigest);
    return ways.own(session -> {
      URI uri = manifest(session, tagOrDigest);
      return session.send(
          Call.of("DELETE", uri, what, 200, 202, 204, 400, 404, 405),
          answer -> {
            answer.discard();
            boolean refused = answer.status() == 405 || answer.status() == 400;
            if (refused && !tag) {
              throw new ImageException(
                  ImageException.Code.UNSUPPORTED,
                  "%s: the registry deletes no manifests".formatted(what));
            }
            return answer.status() < 300;
          });
    });
  }

  void pause(Duration wish) throws IOException {
    ways.own(session -> {
      session.pause(wish);
      return true;
    });
  }

  /// All tags, in the registry's order.
  public List<String> tags() throws IOException {
    return ways.own(session -> {
      URI uri = session.at(path() + "/tags/list?n=" + PAGE);
      String what = "tags of " + reference.familiarName();
      return new Pages(session, limits).texts(Call.get(uri, "", what), "tags");
    });
  }

  /// The repositories of a registry.
  static List<String> all(RegistryOptions options, Limits limits, Reference host)
      throws IOException {
    var candidates = new Candidates(options.logins(), host.host(), "");
    var wish = new Sessions.Wish("registry:catalog:*", false);
    try (var sessions =
        Sessions.open(options, options.routes().of(host).getLast(), candidates, wish)) {
      return sessions.use(session -> {
        URI uri = session.at("_catalog?n=" + PAGE);
        String what = "list of repositories of " + host.host();
        return new Pages(session, limits).texts(Call.get(uri, "", what), "repositories");
      });
    }
  }

  /// What is attached to a manifest: signatures, attestations, inventories.
  ///
  /// @param artifactType only those of this type
  public List<Descriptor> referrers(Digest subject, Optional<String> artifactType)
      throws IOException {
    return ways.own(session -> new Referrers(this, limits).of(session, subject, artifactType));
  }

  /// What was wrong so far with mirrors and with logins that were looked for.
  public List<Problem> problems() {
    return ways.problems();
  }

  /// Ends every connection.
  @Override
  public void close() {
    ways.close();
  }
}

package dev.landwaiter.oci.registry;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Index;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.MediaTypes;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// What is attached to a manifest: by the referrers API, else by the tag that stands in for it
/// (distribution specification 1.1, "Listing Referrers" and "Unavailable Referrers API").
final class Referrers {
  private final Repository repository;
  private final Limits limits;

  Referrers(Repository repository, Limits limits) {
    this.repository = repository;
    this.limits = limits;
  }

  /// @param type only artifacts of this type, else all
  List<Descriptor> of(Session session, Digest subject, Optional<String> type) throws IOException {
    Optional<List<Descriptor>> known = byApi(session, subject, type);
    List<Descriptor> all = known.isPresent() ? known.get() : byTag(subject);
    return all.stream()
        .filter(d -> type.isEmpty() || type.get().equals(d.artifactType()))
        .distinct()
        .toList();
  }

  /// What the API says, or empty where the registry has none.
  private Optional<List<Descriptor>> byApi(Session session, Digest subject, Optional<String> type)
      throws IOException {
    String query =
        type.map(t -> "?artifactType=" + URLEncoder.encode(t, StandardCharsets.UTF_8)).orElse("");
    String what = "referrers of " + subject;
    var uri = session.at(repository.path() + "/referrers/" + subject + query);
    Call call = Call.get(uri, MediaTypes.OCI_INDEX, what).expecting(200, 400, 404, 405, 406, 501);
    var missing = new AtomicBoolean();
    Pages.Reader<Descriptor> reader =
        answer -> {
          String answered = MediaTypes.bare(answer.header("Content-Type"));
          if (answer.status() != 200 || !answered.equals(MediaTypes.OCI_INDEX)) {
            answer.discard();
            missing.set(true);
            return List.of();
          }
          byte[] body = answer.read(limits.of(Limit.MANIFEST), what);
          return index(what, body, MediaTypes.OCI_INDEX).manifests();
        };
    List<Descriptor> found = new Pages(session, limits).all(call, reader);
    return missing.get() ? Optional.empty() : Optional.of(found);
  }

  private Index index(String what, byte[] body, String type) throws ImageException {
    if (Document.parse(what, body, type, limits) instanceof Index index) {
      return index;
    }
    throw Fields.invalid(what + ": not an index");
  }

  private List<Descriptor> byTag(Digest subject) throws IOException {
    try {
      Stored stored = repository.resolve(tag(subject));
      return index("referrers of " + subject, stored.body(), stored.descriptor().mediaType())
          .manifests();
    } catch (ImageException e) {
      if (e.code() == ImageException.Code.NOT_FOUND) {
        return List.of();
      }
      throw e;
    }
  }

  /// The tag that stands in for the API.
  static String tag(Digest subject) {
    String encoded = subject.encoded();
    return subject.algorithm() + "-" + encoded.substring(0, Math.min(64, encoded.length()));
  }

  /// Adds what was just pushed to the index under the tag, when it says that it belongs to another
  /// manifest.
  void attach(Descriptor pushed, Document document) throws IOException {
    if (document.subject().isEmpty()) {
      return;
    }
    Digest subject = document.subject().get().digest();
    List<Descriptor> all = new ArrayList<>(byTag(subject));
    if (all.stream().anyMatch(d -> d.digest().equals(pushed.digest()))) {
      return;
    }
    all.add(described(pushed, document));
    all.sort(Comparator.comparing(d -> d.digest().toString()));
    repository.put(tag(subject), indexOf(all), MediaTypes.OCI_INDEX);
  }

  private static Descriptor described(Descriptor pushed, Document document) {
    String type =
        switch (document) {
          case Manifest manifest -> manifest.effectiveArtifactType();
          case Index index -> index.artifactType();
        };
    return new Descriptor(
        pushed.mediaType(),
        pushed.digest(),
        pushed.size(),
        List.of(),
        document.annotations(),
        "",
        Optional.empty(),
        type);
  }

  private static byte[] indexOf(List<Descriptor> manifests) {
    Map<Value, Value> members = new LinkedHashMap<>();
    members.put(Value.of("schemaVersion"), Value.of(2));
    members.put(Value.of("mediaType"), Value.of(MediaTypes.OCI_INDEX));
    members.put(
        Value.of("manifests"),
        new ArrayValue(manifests.stream().map(Descriptor::toValue).toList()));
    return JsonWriter.toText(new ObjectValue(members), JsonStyle.COMPACT)
        .getBytes(StandardCharsets.UTF_8);
  }
}

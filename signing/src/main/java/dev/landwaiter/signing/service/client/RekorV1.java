package dev.landwaiter.signing.service.client;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.InclusionProof;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.encoding.Base64Text;
import dev.landwaiter.signing.encoding.CanonicalJson;
import dev.landwaiter.signing.encoding.JsonMembers;
import dev.landwaiter.signing.encoding.ProtoFields;
import dev.landwaiter.signing.encoding.StrictJson;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebAnswer;
import dev.landwaiter.signing.service.WebRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A transparency log of version 1 (Rekor's API). What it answers is only handed on; verification
/// decides what it is worth.
///
/// @param base its address, without `/api/v1`
public record RekorV1(Web web, URI base) {
  private static final String NAME = "the transparency log";
  private static final String JSON = "application/json";
  private static final int LIMIT = 32 << 20;
  private static final int MOST = 10;
  private static final int LONGEST_PROOF = 64;

  /// Adds an entry; where an equal one exists already, that one is fetched.
  ///
  /// @throws RefusedException with TRANSPORT when the log refuses, with PARSE when it answers
  ///   something broken
  public LogEntry create(ProposedEntry entry) throws IOException {
    WebRequest request = post("api/v1/log/entries", entry.content());
    WebAnswer answer = web.ask(request.again());
    if (answer.status() == 409) {
      return get(existing(answer));
    }
    return one(answer.success(NAME));
  }

  /// The id of the entry that a conflict names: in its `Location`, or in its message.
  private static String existing(WebAnswer answer) throws RefusedException {
    String location = answer.header("Location");
    String text = location.isEmpty() ? answer.body().toText() : location;
    int end = text.length();
    while (end > 0) {
      while (end > 0 && !isHex(text.charAt(end - 1))) {
        end--;
      }
      int start = end;
      while (start > 0 && isHex(text.charAt(start - 1))) {
        start--;
      }
      if (end - start == 64 || end - start == 80) {
        return text.substring(start, end);
      }
      end = start;
    }
    throw answer.unexpected(NAME);
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  /// One entry by its id: 64 hex digits, with 16 of the tree in front or not.
  public LogEntry get(String id) throws IOException {
    String escaped = URLEncoder.encode(id, StandardCharsets.UTF_8);
    return one(ask(get(WebRequest.below(base, "api/v1/log/entries/" + escaped))));
  }

  /// One entry by its index in the whole log.
  public LogEntry get(long index) throws IOException {
    return one(ask(get(WebRequest.below(base, "api/v1/log/entries?logIndex=" + index))));
  }

  /// All entries equal to this one, 10 at most.
  public List<LogEntry> search(ProposedEntry entry) throws IOException {
    JsonMembers query = new JsonMembers().with("entries", List.of(entry.content()));
    Bytes answer = ask(post("api/v1/log/entries/retrieve", query.object()).again());
    Value found = StrictJson.parse(NAME, answer);
    if (!(found instanceof ArrayValue array)) {
      throw new RefusedException(FailureClass.PARSE, NAME + ": a list was expected");
    }
    if (array.size() > MOST) {
      throw new RefusedException(FailureClass.LIMIT, NAME + ": more than 10 entries");
    }
    List<LogEntry> entries = new ArrayList<>();
    for (Value element : array.elements()) {
      entries.add(entry(ProtoFields.of(NAME, element)));
    }
    return entries;
  }

  private static WebRequest get(URI uri) {
    return WebRequest.get(uri, LIMIT).with("Accept", JSON);
  }

  private WebRequest post(String path, ObjectValue content) throws RefusedException {
    Bytes body = CanonicalJson.of(content);
    return WebRequest.post(WebRequest.below(base, path), JSON, body, LIMIT).with("Accept", JSON);
  }

  private Bytes ask(WebRequest request) throws IOException {
    return web.ask(request).success(NAME);
  }

  private static LogEntry one(Bytes answer) throws RefusedException {
    return entry(ProtoFields.parse(NAME, answer));
  }

  /// The one member of an object that has entries by their ids.
  private static LogEntry entry(ProtoFields byId) throws RefusedException {
    if (byId.object().size() != 1) {
      throw byId.wrong("one entry was expected");
    }
    ProtoFields entry = ProtoFields.of(NAME, byId.object().valueAt(0));
    Bytes body = Base64Text.strict(entry.at("body"), entry.text("body"));
    ProtoFields kind = ProtoFields.parse(entry.at("body"), body);
    Optional<ProtoFields> verification = entry.fields("verification");
    Optional<Bytes> promise = Optional.empty();
    Optional<InclusionProof> proof = Optional.empty();
    if (verification.isPresent()) {
      promise = Optional.of(verification.get().bytes("signedEntryTimestamp"));
      Optional<ProtoFields> given = verification.get().fields("inclusionProof");
      proof = given.isPresent() ? Optional.of(proof(given.get())) : Optional.empty();
    }
    return new LogEntry(
        positive(entry, "logIndex"),
        hex(entry, entry.text("logID")),
        kind.text("kind"),
        kind.text("apiVersion"),
        positive(entry, "integratedTime"),
        promise.filter(set -> !set.isEmpty()),
        proof,
        body);
  }

  private static InclusionProof proof(ProtoFields given) throws RefusedException {
    List<Bytes> hashes = new ArrayList<>();
    for (Value element : given.list("hashes")) {
      if (!(element instanceof StringValue text)) {
        throw given.wrong("a hash is not a text");
      }
      hashes.add(hex(given, text.text()));
    }
    if (hashes.size() > LONGEST_PROOF) {
      throw new RefusedException(FailureClass.LIMIT, given.where() + ": more than 64 hashes");
    }
    return new InclusionProof(
        positive(given, "logIndex"),
        hex(given, given.text("rootHash")),
        positive(given, "treeSize"),
        hashes,
        given.text("checkpoint"));
  }

  private static long positive(ProtoFields fields, String name) throws RefusedException {
    long number = fields.number(name);
    if (number < 0) {
      throw fields.wrong("'" + name + "' is negative");
    }
    return number;
  }

  private static Bytes hex(ProtoFields fields, String text) throws RefusedException {
    try {
      return Bytes.hex(text);
    } catch (IllegalArgumentException e) {
      throw fields.wrong("hex digits were expected");
    }
  }
}

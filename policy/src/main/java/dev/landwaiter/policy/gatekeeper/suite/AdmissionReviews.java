package dev.landwaiter.policy.gatekeeper.suite;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.GroupVersionKind;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Result;
import dev.landwaiter.policy.gatekeeper.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes reviews of AdmissionReview objects, which stand in suites for requests.
final class AdmissionReviews {
  private static final Set<String> REVIEW = Set.of("apiVersion", "kind", "request", "response");
  private static final Set<String> REQUEST =
      Set.of(
          "uid",
          "kind",
          "resource",
          "subResource",
          "requestKind",
          "requestResource",
          "requestSubResource",
          "name",
          "namespace",
          "operation",
          "userInfo",
          "object",
          "oldObject",
          "dryRun",
          "options");
  private static final Set<String> USER = Set.of("username", "uid", "groups", "extra");
  private static final List<String> OPTIONAL =
      List.of(
          "subResource",
          "requestKind",
          "requestResource",
          "requestSubResource",
          "name",
          "namespace",
          "dryRun");

  private AdmissionReviews() {}

  static boolean isReview(Resource resource) {
    return resource.type().group().equals("admission.k8s.io")
        && resource.type().kind().equals("AdmissionReview");
  }

  /// The review that an object asks for.
  ///
  /// @throws SuiteException when it has unknown fields, no request or nothing to review
  static Review read(Resource resource) throws SuiteException {
    checkFields(resource.content());
    Value request = resource.content().get("request").orElse(NullValue.NULL);
    if (request instanceof NullValue) {
      throw new SuiteException(
          "missing an AdmissionRequest object: request did not actually pass in an"
              + " AdmissionRequest");
    }
    Optional<Resource> object = object(request, "object");
    Optional<Resource> old = object(request, "oldObject");
    if (object.isEmpty() && old.isEmpty()) {
      throw new SuiteException(
          "no object or oldObject found to review: AdmissionRequest does not contain an \"object\""
              + " or \"oldObject\" to review");
    }
    if (request.text("operation").equals("DELETE")) {
      if (old.isEmpty()) {
        throw new SuiteException(
            "%1$s: target.HandleReview failed for target \"%1$s\": oldObject cannot be nil for DELETE operations\n"
                .formatted(Result.TARGET));
      }
      object = old;
    }
    Resource main = object.or(() -> old).orElseThrow();
    String namespace = request.text("namespace");
    return new Review(
        main.type(),
        request.text("name").isEmpty() ? main.name() : request.text("name"),
        namespace.isEmpty() ? main.namespace() : namespace,
        object,
        old,
        Optional.empty(),
        Review.Origin.ORIGINAL,
        seen(request, object, old));
  }

  private static Optional<Resource> object(Value request, String field) throws SuiteException {
    Value value = request.get(field).orElse(NullValue.NULL);
    if (value instanceof NullValue) {
      return Optional.empty();
    }
    if (!(value instanceof ObjectValue content) || content.text("kind").isEmpty()) {
      throw new SuiteException(
          "object or oldObject cannot be unmarshalled: " + SuiteFile.withoutKind(value));
    }
    return Optional.of(Resource.of(content));
  }

  private static void checkFields(ObjectValue review) throws SuiteException {
    List<String> wrong = new ArrayList<>();
    unknown(review, REVIEW, "", wrong);
    Value request = review.get("request").orElse(NullValue.NULL);
    unknown(request, REQUEST, "request.", wrong);
    unknown(request.get("userInfo").orElse(NullValue.NULL), USER, "request.userInfo.", wrong);
    if (!(request instanceof ObjectValue) && !(request instanceof NullValue)) {
      wrong.add("\"request\" is no object");
    }
    for (String field : List.of("uid", "name", "namespace", "operation", "subResource")) {
      Value value = request.get(field).orElse(NullValue.NULL);
      if (!(value instanceof StringValue) && !(value instanceof NullValue)) {
        wrong.add("\"request." + field + "\" is no text");
      }
    }
    if (!wrong.isEmpty()) {
      throw new SuiteException(
          "not a valid AdmissionReview object: unable to convert to an AdmissionReview object,"
              + " error: strict decoding error: "
              + String.join(", ", wrong));
    }
  }

  private static void unknown(Value value, Set<String> known, String path, List<String> wrong) {
    if (value instanceof ObjectValue object) {
      for (Value key : object.sortedKeys()) {
        if (!known.contains(key.asText())) {
          wrong.add("unknown field \"" + path + key.asText() + "\"");
        }
      }
    }
  }

  /// The request as policies see it: what Go leaves out when it is empty is left out.
  private static ObjectValue seen(
      Value request, Optional<Resource> object, Optional<Resource> old) {
    var seen = new ObjectValue.Draft();
    var _ = seen.put(Value.of("uid"), Value.of(request.text("uid")));
    Value kind = request.get("kind").orElse(NullValue.NULL);
    var _ =
        seen.put(
            Value.of("kind"),
            Review.kind(
                new GroupVersionKind(kind.text("group"), kind.text("version"), kind.text("kind"))));
    Value resource = request.get("resource").orElse(NullValue.NULL);
    var named = new ObjectValue.Draft();
    for (String field : List.of("group", "resource", "version")) {
      var _ = named.put(Value.of(field), Value.of(resource.text(field)));
    }
    var _ = seen.put(Value.of("resource"), named.finish());
    for (String field : OPTIONAL) {
      Value value = request.get(field).orElse(NullValue.NULL);
      if (!(value instanceof NullValue) && !value.equals(Value.of(""))) {
        var _ = seen.put(Value.of(field), value);
      }
    }
    var _ = seen.put(Value.of("operation"), Value.of(request.text("operation")));
    Value user = request.get("userInfo").orElse(NullValue.NULL);
    var _ =
        seen.put(
            Value.of("userInfo"), user instanceof ObjectValue given ? given : ObjectValue.EMPTY);
    var _ = seen.put(Value.of("object"), content(object));
    var _ = seen.put(Value.of("oldObject"), content(old));
    var _ = seen.put(Value.of("options"), request.get("options").orElse(NullValue.NULL));
    var _ = seen.put(Value.of("namespaceObject"), ObjectValue.EMPTY);
    return seen.finish();
  }

  private static Value content(Optional<Resource> resource) {
    return resource.<Value>map(Resource::content).orElse(NullValue.NULL);
  }
}

package dev.landwaiter.policy.gatekeeper.cel.check;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The types of what an expression is given: the request, the Namespace, and the variables of one
/// template.
final class RequestTypes implements CelTypeProvider {
  static final String REQUEST = "kubernetes.AdmissionRequest";
  static final String NAMESPACE = "kubernetes.Namespace";
  static final String VARIABLES = "kubernetes.variables";

  /// A type a line: its name, then its fields and their types.
  private static final String FIXED =
      """
      kubernetes.GroupVersionKind group string version string kind string
      kubernetes.GroupVersionResource group string version string resource string
      kubernetes.UserInfo username string uid string groups list(string) extra map(string,list(string))
      kubernetes.AdmissionRequest kind kubernetes.GroupVersionKind resource kubernetes.GroupVersionResource subResource string requestKind kubernetes.GroupVersionKind requestResource kubernetes.GroupVersionResource requestSubResource string name string namespace string operation string userInfo kubernetes.UserInfo dryRun bool options dyn
      kubernetes.NamespaceMetadata name string generateName string namespace string labels map(string,string) annotations map(string,string) UID string creationTimestamp timestamp deletionGracePeriodSeconds int deletionTimestamp timestamp generation int resourceVersion string finalizers list(string)
      kubernetes.NamespaceSpec finalizers list(string)
      kubernetes.NamespaceCondition status string type string lastTransitionTime timestamp message string reason string
      kubernetes.NamespaceStatus conditions list(kubernetes.NamespaceCondition) phase string
      kubernetes.Namespace metadata kubernetes.NamespaceMetadata spec kubernetes.NamespaceSpec status kubernetes.NamespaceStatus
      """;

  private final ImmutableMap<String, CelType> types;

  private RequestTypes(ImmutableMap<String, CelType> types) {
    this.types = types;
  }

  /// The types for a template with these variables besides `params` and `anyObject`.
  static RequestTypes of(Map<String, CelType> variables) {
    Map<String, CelType> types = new LinkedHashMap<>();
    for (String line : FIXED.lines().toList()) {
      String[] words = line.split(" ", -1);
      Map<String, CelType> fields = new LinkedHashMap<>();
      for (int i = 1; i < words.length; i += 2) {
        fields.put(words[i], field(words[i + 1]));
      }
      types.put(words[0], struct(words[0], fields));
    }
    types.put("google.protobuf.Timestamp", SimpleType.TIMESTAMP);
    types.put("google.protobuf.Duration", SimpleType.DURATION);
    Map<String, CelType> all = new LinkedHashMap<>();
    all.put("params", SimpleType.DYN);
    all.put("anyObject", SimpleType.DYN);
    all.putAll(variables);
    types.put(VARIABLES, struct(VARIABLES, all));
    return new RequestTypes(ImmutableMap.copyOf(types));
  }

  private static CelType field(String text) {
    if (text.startsWith("kubernetes.")) {
      return StructTypeReference.create(text);
    }
    return text.startsWith("list(kubernetes.")
        ? ListType.create(StructTypeReference.create(text.substring(5, text.length() - 1)))
        : TypeTexts.read(text);
  }

  private static CelType struct(String name, Map<String, CelType> fields) {
    ImmutableMap<String, CelType> all = ImmutableMap.copyOf(fields);
    return StructType.create(name, all.keySet(), field -> Optional.ofNullable(all.get(field)));
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return types.values();
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(types.get(name));
  }
}

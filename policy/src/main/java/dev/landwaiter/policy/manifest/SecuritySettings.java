package dev.landwaiter.policy.manifest;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/// What holds for one container in the end (kubernetes.md 4): its own settings, then those of its
/// pod, then what Kubernetes takes for granted. Values of a wrong type count as not set.
///
/// @param runAsUser empty where the image decides
/// @param runAsGroup empty where the image decides
/// @param seccomp the type of its profile, `Unconfined` where none is set
/// @param appArmor the type of its profile, or what an annotation says, or empty where none is set
/// @param added capabilities in upper case without `CAP_`
/// @param dropped capabilities in upper case without `CAP_`
public record SecuritySettings(
    OptionalLong runAsUser,
    OptionalLong runAsGroup,
    boolean runAsNonRoot,
    boolean privileged,
    boolean allowPrivilegeEscalation,
    boolean readOnlyRootFilesystem,
    String seccomp,
    String appArmor,
    String procMount,
    Set<String> added,
    Set<String> dropped) {
  private static final String CONTEXT = "securityContext";
  private static final String APPARMOR = "container.apparmor.security.beta.kubernetes.io/";

  public SecuritySettings {
    added = Set.copyOf(added);
    dropped = Set.copyOf(dropped);
  }

  /// The settings of a container.
  ///
  /// @param annotations those of the pod, in which AppArmor's profile may still stand
  public static SecuritySettings of(Pod pod, Container container, Value annotations) {
    Value own = container.value().get(CONTEXT).orElse(NullValue.NULL);
    Value shared = pod.spec().get(CONTEXT).orElse(NullValue.NULL);
    Value capabilities = own.get("capabilities").orElse(NullValue.NULL);
    Set<String> added = capabilities(capabilities, "add");
    boolean privileged = flag(own, "privileged").orElse(false);
    String type = profile(own, shared, "appArmorProfile");
    String annotation = annotations.text(APPARMOR + container.name());
    String procMount = own.text("procMount");
    String seccomp = profile(own, shared, "seccompProfile");
    return new SecuritySettings(
        number(own, shared, "runAsUser"),
        number(own, shared, "runAsGroup"),
        flag(own, "runAsNonRoot").or(() -> flag(shared, "runAsNonRoot")).orElse(false),
        privileged,
        privileged
            || added.contains("SYS_ADMIN")
            || flag(own, "allowPrivilegeEscalation").orElse(true),
        flag(own, "readOnlyRootFilesystem").orElse(false),
        seccomp.isEmpty() ? "Unconfined" : seccomp,
        type.isEmpty() ? annotation : type,
        procMount.isEmpty() ? "Default" : procMount,
        added,
        capabilities(capabilities, "drop"));
  }

  /// Whether a capability is left to the container beyond those of the runtime: it is added, by
  /// name or by `ALL`, which happens after all that is dropped.
  public boolean adds(String capability) {
    return added.contains("ALL") || added.contains(capability);
  }

  private static Optional<Boolean> flag(Value context, String name) {
    return context.get(name).orElse(NullValue.NULL) instanceof BooleanValue flag
        ? Optional.of(flag.flag())
        : Optional.empty();
  }

  private static OptionalLong number(Value own, Value shared, String name) {
    for (Value context : new Value[] {own, shared}) {
      if (context.get(name).orElse(NullValue.NULL) instanceof NumberValue number
          && number.toLong().isPresent()) {
        return number.toLong();
      }
    }
    return OptionalLong.empty();
  }

  private static String profile(Value own, Value shared, String name) {
    String type = own.get(name).orElse(NullValue.NULL).text("type");
    return type.isEmpty() ? shared.get(name).orElse(NullValue.NULL).text("type") : type;
  }

  private static Set<String> capabilities(Value capabilities, String name) {
    Set<String> names = new TreeSet<>();
    if (capabilities.get(name).orElse(NullValue.NULL) instanceof ArrayValue list) {
      for (Value each : list.elements()) {
        if (each instanceof StringValue text) {
          String upper = text.text().toUpperCase(Locale.ROOT);
          names.add(upper.startsWith("CAP_") ? upper.substring("CAP_".length()) : upper);
        }
      }
    }
    return names;
  }
}

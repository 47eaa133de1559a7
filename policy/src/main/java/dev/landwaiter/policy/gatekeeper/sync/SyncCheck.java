package dev.landwaiter.policy.gatekeeper.sync;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.GroupVersionKind;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Checks that SyncSets and the Config hold what templates require, and that the cluster has those
/// kinds (reference, sections 9 and 14).
public final class SyncCheck {
  private final List<String> skipped = new ArrayList<>();
  private final List<Resource> templates = new ArrayList<>();
  private final Set<GroupVersionKind> synced = new HashSet<>();
  private final List<Resource> configs = new ArrayList<>();
  private final List<Resource> manifests = new ArrayList<>();

  private SyncCheck() {}

  /// Checks what the objects say.
  ///
  /// @param withoutManifest whether the check goes on when nothing tells the cluster's kinds
  public static SyncReport check(Collection<Resource> objects, boolean withoutManifest) {
    var check = new SyncCheck();
    objects.forEach(check::take);
    return check.report(withoutManifest);
  }

  private void take(Resource object) {
    if (object.isTemplate()) {
      templates.add(object);
    } else if (is(object, "syncset.gatekeeper.sh", "SyncSet")) {
      object.content().get("spec").ifPresent(spec -> sync(spec, "gvks"));
    } else if (is(object, "config.gatekeeper.sh", "Config")) {
      configs.add(object);
      object
          .content()
          .get("spec")
          .flatMap(spec -> spec.get("sync"))
          .ifPresent(part -> sync(part, "syncOnly"));
    } else if (is(object, "gvkmanifest.gatekeeper.sh", "GVKManifest")) {
      manifests.add(object);
    } else {
      skipped.add(object.name());
    }
  }

  private static boolean is(Resource object, String group, String kind) {
    return object.type().group().equals(group) && object.type().kind().equals(kind);
  }

  private void sync(Value owner, String field) {
    for (Value entry : owner.get(field).map(Value::elements).orElse(List.of())) {
      synced.add(
          new GroupVersionKind(entry.text("group"), entry.text("version"), entry.text("kind")));
    }
  }

  private SyncReport report(boolean withoutManifest) {
    if (configs.size() > 1) {
      return failed("there are several Configs, of which a cluster has one");
    }
    if (manifests.size() > 1) {
      return failed("there are several GVKManifests, of which one is to name all kinds");
    }
    Map<String, String> broken = new TreeMap<>();
    Map<String, List<Requirement>> required = new TreeMap<>();
    for (Resource template : templates) {
      try {
        required.put(template.name(), RequirementReader.read(template));
      } catch (RefusedException e) {
        broken.put(template.name(), e.text());
      }
    }
    if (!broken.isEmpty()) {
      return new SyncReport(skipped, false, broken, Map.of(), "");
    }
    if (manifests.isEmpty() && !withoutManifest) {
      return failed(
          "no GVKManifest names the kinds that the cluster has; give one, or"
              + " --force-omit-gvk-manifest");
    }
    if (!manifests.isEmpty()) {
      synced.retainAll(supported(manifests.getFirst().content()));
    }
    Map<String, List<Requirement>> unmet = new TreeMap<>();
    required.forEach((name, all) -> {
      List<Requirement> missing = all.stream().filter(each -> !each.isMetBy(synced)).toList();
      if (!missing.isEmpty()) {
        unmet.put(name, missing);
      }
    });
    return new SyncReport(skipped, manifests.isEmpty(), Map.of(), unmet, "");
  }

  private SyncReport failed(String error) {
    return new SyncReport(skipped, false, Map.of(), Map.of(), error);
  }

  private static Set<GroupVersionKind> supported(ObjectValue manifest) {
    Set<GroupVersionKind> kinds = new HashSet<>();
    Value groups =
        manifest.get("spec").flatMap(spec -> spec.get("groups")).orElse(ObjectValue.EMPTY);
    groups
        .members()
        .forEach((group, versions) ->
            versions
                .members()
                .forEach((version, each) ->
                    each.elements()
                        .forEach(kind ->
                            kinds.add(
                                new GroupVersionKind(
                                    group.asText(), version.asText(), kind.asText())))));
    return kinds;
  }
}

package main

import (
	"k8s.io/apiserver/pkg/registry/rest"
	_ "k8s.io/kubernetes/pkg/apis/admissionregistration/install"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	_ "k8s.io/kubernetes/pkg/apis/coordination/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/discovery/install"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
	_ "k8s.io/kubernetes/pkg/apis/node/install"
	_ "k8s.io/kubernetes/pkg/apis/policy/install"
	_ "k8s.io/kubernetes/pkg/apis/rbac/install"
	_ "k8s.io/kubernetes/pkg/apis/scheduling/install"
	_ "k8s.io/kubernetes/pkg/apis/storage/install"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/mutatingwebhookconfiguration"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/validatingwebhookconfiguration"
	"k8s.io/kubernetes/pkg/registry/apps/daemonset"
	"k8s.io/kubernetes/pkg/registry/apps/deployment"
	"k8s.io/kubernetes/pkg/registry/apps/replicaset"
	"k8s.io/kubernetes/pkg/registry/apps/statefulset"
	"k8s.io/kubernetes/pkg/registry/autoscaling/horizontalpodautoscaler"
	"k8s.io/kubernetes/pkg/registry/batch/cronjob"
	"k8s.io/kubernetes/pkg/registry/batch/job"
	"k8s.io/kubernetes/pkg/registry/coordination/lease"
	"k8s.io/kubernetes/pkg/registry/core/configmap"
	"k8s.io/kubernetes/pkg/registry/core/endpoint"
	"k8s.io/kubernetes/pkg/registry/core/limitrange"
	"k8s.io/kubernetes/pkg/registry/core/namespace"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolume"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolumeclaim"
	"k8s.io/kubernetes/pkg/registry/core/pod"
	"k8s.io/kubernetes/pkg/registry/core/podtemplate"
	"k8s.io/kubernetes/pkg/registry/core/replicationcontroller"
	"k8s.io/kubernetes/pkg/registry/core/resourcequota"
	"k8s.io/kubernetes/pkg/registry/core/secret"
	"k8s.io/kubernetes/pkg/registry/core/service"
	"k8s.io/kubernetes/pkg/registry/core/serviceaccount"
	"k8s.io/kubernetes/pkg/registry/discovery/endpointslice"
	"k8s.io/kubernetes/pkg/registry/networking/ingress"
	"k8s.io/kubernetes/pkg/registry/networking/ingressclass"
	"k8s.io/kubernetes/pkg/registry/networking/networkpolicy"
	"k8s.io/kubernetes/pkg/registry/node/runtimeclass"
	"k8s.io/kubernetes/pkg/registry/policy/poddisruptionbudget"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrole"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrolebinding"
	"k8s.io/kubernetes/pkg/registry/rbac/role"
	"k8s.io/kubernetes/pkg/registry/rbac/rolebinding"
	"k8s.io/kubernetes/pkg/registry/scheduling/priorityclass"
	"k8s.io/kubernetes/pkg/registry/storage/csidriver"
	"k8s.io/kubernetes/pkg/registry/storage/storageclass"
)

// strategies is what the API server runs on create, by group and kind.
var strategies = map[[2]string]rest.RESTCreateStrategy{
	{"", "Pod"}:                                         pod.Strategy,
	{"", "Service"}:                                     service.Strategy,
	{"", "ConfigMap"}:                                   configmap.Strategy,
	{"", "Secret"}:                                      secret.Strategy,
	{"", "ServiceAccount"}:                              serviceaccount.Strategy,
	{"", "PersistentVolumeClaim"}:                       persistentvolumeclaim.Strategy,
	{"", "PersistentVolume"}:                            persistentvolume.Strategy,
	{"", "Namespace"}:                                   namespace.Strategy,
	{"", "ResourceQuota"}:                               resourcequota.Strategy,
	{"", "LimitRange"}:                                  limitrange.Strategy,
	{"", "PodTemplate"}:                                 podtemplate.Strategy,
	{"", "ReplicationController"}:                       replicationcontroller.Strategy,
	{"", "Endpoints"}:                                   endpoint.Strategy,
	{"apps", "Deployment"}:                              deployment.Strategy,
	{"apps", "StatefulSet"}:                             statefulset.Strategy,
	{"apps", "DaemonSet"}:                               daemonset.Strategy,
	{"apps", "ReplicaSet"}:                              replicaset.Strategy,
	{"batch", "Job"}:                                    job.Strategy,
	{"batch", "CronJob"}:                                cronjob.Strategy,
	{"networking.k8s.io", "Ingress"}:                    ingress.Strategy,
	{"networking.k8s.io", "IngressClass"}:               ingressclass.Strategy,
	{"networking.k8s.io", "NetworkPolicy"}:              networkpolicy.Strategy,
	{"policy", "PodDisruptionBudget"}:                   poddisruptionbudget.Strategy,
	{"autoscaling", "HorizontalPodAutoscaler"}:          horizontalpodautoscaler.Strategy,
	{"rbac.authorization.k8s.io", "Role"}:               role.Strategy,
	{"rbac.authorization.k8s.io", "ClusterRole"}:        clusterrole.Strategy,
	{"rbac.authorization.k8s.io", "RoleBinding"}:        rolebinding.Strategy,
	{"rbac.authorization.k8s.io", "ClusterRoleBinding"}: clusterrolebinding.Strategy,
	{"scheduling.k8s.io", "PriorityClass"}:              priorityclass.Strategy,
	{"storage.k8s.io", "StorageClass"}:                  storageclass.Strategy,
	{"storage.k8s.io", "CSIDriver"}:                     csidriver.Strategy,
	{"admissionregistration.k8s.io", "ValidatingWebhookConfiguration"}: validatingwebhookconfiguration.Strategy,
	{"admissionregistration.k8s.io", "MutatingWebhookConfiguration"}:   mutatingwebhookconfiguration.Strategy,
	{"coordination.k8s.io", "Lease"}:                                   lease.Strategy,
	{"node.k8s.io", "RuntimeClass"}:                                    runtimeclass.Strategy,
	{"discovery.k8s.io", "EndpointSlice"}:                              endpointslice.Strategy,
}

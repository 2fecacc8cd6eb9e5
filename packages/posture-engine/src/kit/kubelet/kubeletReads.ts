/** Where settings of kubelets come from, for the docs pages of the controls over them. */
export const KUBELET_READS =
  "Each setting is taken from the first source that shows it: Kubescape's KubeletInfo of the node (its command line wins over its file), reports of kube-bench and of Trivy's operator, then what is only declared: the ConfigMap `kubelet-config` of kubeadm, or the arguments that k3s and RKE2 write on the node. The finding names the source. A file with drop-ins (`--config-dir`) does not show what holds.";

"""The benchmark: corpora, flatteners, peers, the metric, and the training of the block model."""

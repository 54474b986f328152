from training.choice import Example, learn


def test_learns_what_tells_the_right_candidate() -> None:
    """'near' is always right, 'far' never; 'here' says nothing."""
    examples = [Example([["near", "here"], ["far", "here"]], [True, False])] * 4
    weights = learn(examples, penalty=0.1)
    assert weights["near"] > 0.5
    assert weights["far"] < -0.5
    assert abs(weights["here"]) < 1e-6


def test_a_higher_penalty_makes_weights_smaller_and_rare_features_have_none() -> None:
    examples = [Example([["near"], ["far"]], [True, False])] * 4 + [Example([["once"], ["far"]], [True, False])]
    loose, tight = learn(examples, penalty=0.1), learn(examples, penalty=10.0)
    assert 0 < tight["near"] < loose["near"]
    assert "once" not in loose


def test_any_of_several_right_candidates_will_do() -> None:
    """The one that is right everywhere gains, not the one that is right by chance."""
    examples = [Example([["a"], ["b"], ["c"]], [True, True, False])] + [Example([["a"], ["b"]], [True, False])] * 3
    weights = learn(examples, penalty=0.1)
    assert weights["a"] > weights["b"]

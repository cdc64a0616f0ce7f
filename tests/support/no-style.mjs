// Style sheets mean nothing to a test.

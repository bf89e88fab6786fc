"""Who works at the desk."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client


@pytest.fixture
def editor(client: Client) -> Client:
    user = User.objects.create_user("ann", is_staff=True, first_name="Ann", last_name="Reader")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client
